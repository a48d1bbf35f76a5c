using Archive.Store;

namespace Archive.Import.Tests.WholePages;

/// <summary>
/// The five pages of seeds/, and the full pages that they were retold from where a copy lies beside the repository. Titles, headlines, dates
/// and names are the same in both; running text is not, and stands in no outline.
/// </summary>
public sealed class WholePageTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Folders => ["seeds", "../shared/seeds"];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var folder in new[] { "seeds", "../shared/seeds" })
                foreach (var page in new[] { "000", "001", "002", "003", "004" })
                    pages.Add(folder, page);
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_reads_as_its_outline_says(string folder, string page)
    {
        var parsed = LineAccounting.Parse(File.ReadAllBytes(Files(folder).Single(file => Path.GetFileName(file).StartsWith(page, StringComparison.Ordinal))));
        var outline = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "WholePages", page + ".outline"));
        var difference = OutlineRequest.Read(outline).DifferenceFrom(parsed);
        Assert.True(difference is null, difference);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_five_pages_hold_thirty_eight_posts_and_thirty_five_of_them_are_different(string folder)
    {
        var posts = Files(folder).SelectMany(file => LineAccounting.Parse(File.ReadAllBytes(file)).Posts).ToList();
        var distinct = posts.DistinctBy(Identity).ToList();
        Assert.Equal(38, posts.Count);
        Assert.Equal(35, distinct.Count);
        Assert.Equal(
            "Digest 12, PressRelease 2, Statement 2, Article 16, Report 1, Letter 1, Brief 1",
            string.Join(", ", distinct.GroupBy(post => post.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Count()}")));
        var digests = distinct.Where(post => post.Kind == PostKind.Digest).ToList();
        Assert.Equal((188, 3), (digests.Sum(digest => digest.Headlines.Count), digests.Count(digest => digest.Headlines.Count == 0)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_line_of_the_five_pages_is_set_aside(string folder) =>
        Assert.All(Files(folder), file => Assert.DoesNotContain(Lines.LineRole.SetAside, LineAccounting.Parse(File.ReadAllBytes(file)).Roles));

    [Fact]
    public void The_first_full_page_has_the_counts_that_were_agreed()
    {
        var roles = LineAccounting.Parse(File.ReadAllBytes(Files("../shared/seeds")[0])).Roles;
        Assert.Equal(
            (298, 135, 6, 157, 0),
            (roles.Count, Count(Lines.LineRole.Blank), Count(Lines.LineRole.Boilerplate), Recognised(), Count(Lines.LineRole.SetAside)));

        int Count(Lines.LineRole role) => roles.Count(found => found == role);
        int Recognised() => roles.Count(role => role is not (Lines.LineRole.Blank or Lines.LineRole.Boilerplate or Lines.LineRole.SetAside));
    }

    // Posts with a date are known by it and their title; those without by their first paragraph too.
    private static string Identity(ParsedPost post) => post.DateEnd is null
        ? $"{post.Kind} {post.Title} {post.Passages.FirstOrDefault(passage => passage.Role == PassageRole.Paragraph)?.Text}"
        : $"{post.Kind} {post.DateStart:O} {post.DateEnd:O} {post.Title}";

    private static string[] Files(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(Root, folder));
        Assert.SkipUnless(Directory.Exists(path), $"The full pages are not here: there is no folder {folder} beside the repository.");
        return [.. Directory.GetFiles(path, "*.txt").Order(StringComparer.Ordinal)];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Archive.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Archive.sln is not above " + AppContext.BaseDirectory);
    }
}
