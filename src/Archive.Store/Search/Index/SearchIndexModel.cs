using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Index;

/// <summary>The tables of the search index.</summary>
internal static class SearchIndexModel
{
    public static void AddSearchIndex(this ModelBuilder model)
    {
        model.Entity<SearchSegment>(segment =>
        {
            segment.Property(s => s.Id).ValueGeneratedNever();
            segment.Property(s => s.Unit).HasConversion<string>().HasMaxLength(10);
            segment.HasIndex(s => new { s.Unit, s.LastDay });
        });
        // By segment first, though it is asked for by term: a segment is written and taken out whole, and its terms then lie together.
        model.Entity<SearchPosting>().HasKey(p => new { p.SegmentId, p.Term });
        model.Entity<SearchWord>().HasKey(w => w.Word);
        model.Entity<SearchWordPart>().HasKey(p => new { p.Part, p.Word });
    }
}
