using System.Net;
using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>T34: with a stolen session, as fast as a script can.</summary>
public sealed class PaceTests(CorrectingSite site) : IClassFixture<CorrectingSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_posts_are_removed_at_once_no_more_go_than_one_proof_allows_and_none_can_be_put_back_without_another()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Stop);
        var posts = await archive.Posts.OrderBy(post => post.Id).Select(post => post.Id).ToListAsync(Stop);
        var token = await editor.TokenAsync($"/desk/posts/{posts[0]}/remove");

        var answers = await Task.WhenAll(posts.Select(id => SendAsync($"/desk/posts/{id}/remove?handler=Trash")));

        Assert.InRange(posts.Count, ChangePace.MostPosts + 10, 100);
        Assert.Equal(ChangePace.MostPosts, answers.Count(answer => answer == HttpStatusCode.Redirect));
        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.Redirect or HttpStatusCode.Forbidden, $"{answer}"));
        Assert.Equal(posts.Count - ChangePace.MostPosts, await archive.Posts.CountAsync(Stop));
        var gone = await archive.RemovedPosts.Select(post => post.Id).FirstAsync(Stop);
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("/desk/trash", ("Id", $"{gone}")));
        Assert.Equal(posts.Count - ChangePace.MostPosts, await archive.Posts.CountAsync(Stop));

        async Task<HttpStatusCode> SendAsync(string address, params (string Name, string Value)[] fields)
        {
            using var content = new FormUrlEncodedContent(fields.Append(("token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            using var answer = await editor.PostAsync(address, content, Stop);
            return answer.StatusCode;
        }
    }
}
