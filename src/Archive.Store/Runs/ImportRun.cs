namespace Archive.Store.Runs;

/// <summary>One import of one or many files: what it was, and whether it was undone.</summary>
public sealed class ImportRun
{
    public long Id { get; set; }

    /// <summary>UTC: the <see cref="Source.ImportedAt"/> of its files.</summary>
    public DateTime At { get; set; }

    /// <summary>As in <see cref="History.Auditing.AuditEntry.Actor"/>.</summary>
    public required string Actor { get; set; }

    /// <summary>UTC; null where it holds.</summary>
    public DateTime? UndoneAt { get; set; }

    /// <summary>As <see cref="Actor"/>.</summary>
    public string? UndoneBy { get; set; }

    public List<ImportedFile> Files { get; } = [];
}

/// <summary>One file of a run, and what it did: kept also when the file went with the run.</summary>
public sealed class ImportedFile
{
    public long Id { get; set; }

    public long RunId { get; set; }

    public required string FileName { get; set; }

    /// <summary>The <see cref="Source.Sha256"/> of its bytes.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Posts that were not known.</summary>
    public int Added { get; set; }

    /// <summary>Posts that got this file's text.</summary>
    public int Superseded { get; set; }

    /// <summary>Posts that it prints too, and that stayed as they were.</summary>
    public int Met { get; set; }
}
