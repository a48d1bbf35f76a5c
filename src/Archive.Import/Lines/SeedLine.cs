namespace Archive.Import.Lines;

/// <summary>One physical line: its number from 1, and its text cleaned of what is never wording (docs/SEED-FORMAT.md, "Lines").</summary>
public readonly record struct SeedLine(int Number, string Text)
{
    public bool IsBlank => Text.Length == 0;
}
