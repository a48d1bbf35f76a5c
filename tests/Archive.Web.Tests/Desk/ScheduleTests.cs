using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Pages.Desk.Drafting;
using Archive.Web.Tests.Accounts;
using Archive.Web.Tests.Hosting.Keeping;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>What is to be published later is published then, once, as it was looked at; or somebody is asked.</summary>
public sealed class ScheduleTests(ScheduleSite site) : IClassFixture<ScheduleSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DuePublisher Publisher => site.Services.GetRequiredService<DuePublisher>();

    [Theory]
    [InlineData("2040-03-25", "02:30", "Europe/Berlin", null, null)]
    [InlineData("2040-10-28", "02:30", "Europe/Berlin", null, null)]
    [InlineData("2040-10-28", "02:30", "Europe/Berlin", "120", "2040-10-28T00:30:00")]
    [InlineData("2040-10-28", "02:30", "Europe/Berlin", "60", "2040-10-28T01:30:00")]
    [InlineData("2040-10-28", "02:30", "Europe/Berlin", "180", null)]
    [InlineData("2040-07-01", "9:05", "Asia/Kathmandu", null, "2040-07-01T03:20:00")]
    [InlineData("2040-07-01", "09:05", "Mars/Base", null, null)]
    [InlineData("2020-07-01", "09:05", "UTC", null, null)]
    [InlineData("1.7.2040", "09:05", "UTC", null, null)]
    [InlineData("2040-07-01", "25:00", "UTC", null, null)]
    public void A_time_is_one_moment_or_there_is_a_reason(string day, string time, string zone, string? offset, string? utc)
    {
        var moment = Moment.Read(day, time, zone, offset, new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal(utc, moment.Utc?.ToString("s"));
        Assert.Equal(utc is null, moment.Error is { Length: > 20 });
        Assert.Equal(day == "2040-10-28" && utc is null, moment.Offsets is { Count: 2 });
    }

    [Fact]
    public async Task It_is_published_at_its_time_and_once_however_many_nodes_try()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = Lists.NewPaste("Published while everybody slept");
        await ScheduleAsync(editor, pasted);
        using var waiting = await DraftsAsync(editor);
        Assert.Contains("To be published on", Line(waiting, pasted), StringComparison.Ordinal);
        await Publisher.PublishDueAsync(Stop);
        Assert.Equal(0, await CountAsync(pasted));

        await LaterAsync(() => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Publisher.PublishDueAsync(Stop), Stop))));

        Assert.Equal(1, await CountAsync(pasted));
        using var after = await DraftsAsync(editor);
        Assert.Contains("published by itself", Line(after, pasted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_unscheduled_is_not_published_and_what_is_scheduled_is_not_changed()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = Lists.NewPaste("Taken out of the schedule");
        var preview = await ScheduleAsync(editor, pasted);
        using var refused = await editor.SendFormAsync(preview, Lists.Page + "?handler=Save", new() { ["Pasted"] = "Something else" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var drafts = await DraftsAsync(editor);
        (await editor.SendFormAsync(drafts, "/desk/drafts?handler=Unschedule", new() { ["key"] = DraftTests.Key(preview) })).Dispose();

        await LaterAsync(() => Publisher.PublishDueAsync(Stop));

        Assert.Equal(0, await CountAsync(pasted));
    }

    [Fact]
    public async Task What_is_not_as_it_was_looked_at_is_not_published_but_shown()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        var (_, other) = await Editor.SignedInAsync(site);
        using var __ = editor;
        using var ___ = other;
        var overtaken = Lists.NewPaste("Somebody else was quicker with this");
        var untouched = Lists.NewPaste("Nothing happened to this one");
        await ScheduleAsync(editor, overtaken);
        await ScheduleAsync(editor, untouched);
        // The digest of that day, from somebody else, with more in it.
        var fuller = overtaken + "\nAnd one headline more";
        using var preview = await ArchiveSite.ReadAsync(await other.SendFormAsync(Lists.Page, new() { ["Pasted"] = fuller }));
        (await Lists.PublishAsync(other, preview, fuller)).Dispose();

        await LaterAsync(() => Publisher.PublishDueAsync(Stop));
        // The first two are asked about now; then the account goes.
        var late = Lists.NewPaste("Scheduled before its editor left");
        var (leaver, leaving) = await Editor.SignedInAsync(site);
        using var ____ = leaving;
        await ScheduleAsync(leaving, late);
        await site.Services.GetRequiredService<AccountRegister>().DisableAsync(leaver.Name, Stop);
        await LaterAsync(() => Publisher.PublishDueAsync(Stop));

        using var fresh = (await Editor.SignedInAsync(site)).Client;
        using var drafts = await DraftsAsync(fresh);
        Assert.Contains("Needs you", Line(drafts, overtaken), StringComparison.Ordinal);
        Assert.Contains("may not sign in any more", Line(drafts, late), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(late));
        Assert.Equal(1, await CountAsync(untouched));
    }

    private async Task<IHtmlDocument> ScheduleAsync(HttpClient editor, string pasted)
    {
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        var at = site.Clock.GetUtcNow().AddHours(1);
        using var scheduled = await editor.SendFormAsync(preview, Lists.Page + "?handler=Schedule", new()
        {
            ["Pasted"] = pasted, ["When.Day"] = $"{at:yyyy-MM-dd}", ["When.Time"] = $"{at:HH:mm}", ["When.Zone"] = "UTC",
        });
        Assert.Equal((HttpStatusCode.Redirect, "/desk/drafts"), (scheduled.StatusCode, scheduled.Headers.Location?.ToString()));
        return await ArchiveSite.ReadAsync(await editor.GetAsync($"{Lists.Page}?draft={DraftTests.Key(preview)}", Stop));
    }

    // And back: whoever signs in has a code of now.
    private async Task LaterAsync(Func<Task> act)
    {
        site.Clock.Advance(TimeSpan.FromHours(2));
        await act();
        site.Clock.Advance(TimeSpan.FromHours(-2));
    }

    private static async Task<IHtmlDocument> DraftsAsync(HttpClient editor) => await ArchiveSite.ReadAsync(await editor.GetAsync("/desk/drafts", Stop));

    private static string Line(IHtmlDocument drafts, string pasted) =>
        drafts.QuerySelectorAll(".drafts > li").Single(line => line.TextContent.Contains(pasted.Split('\n')[0], StringComparison.Ordinal)).TextContent;

    private async Task<int> CountAsync(string pasted)
    {
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Stop);
        var text = pasted.Split('\n')[^1];
        return await archive.Headlines.CountAsync(headline => headline.Text == text, Stop);
    }
}

/// <summary>With a clock that a test moves; what is due is published when the test says so.</summary>
public sealed class ScheduleSite : Reading.ShelfSite
{
    internal MovedClock Clock { get; } = new();

    protected override IEnumerable<Post> Shelf() => [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.PublishNothingByItself();
        });
    }
}
