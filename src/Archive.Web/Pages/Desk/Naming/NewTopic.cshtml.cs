using Archive.Store;
using Archive.Store.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>A topic that the thesaurus does not have.</summary>
internal sealed class NewTopicModel(IDbContextFactory<ArchiveContext> store, CurrentThesaurus current, TimeProvider clock) : TopicPage(store, current, clock)
{
    public async Task<IActionResult> OnPostAsync() => Typed() is { Entry: { } wanted }
        ? await SaveAsync(Slug.Of(wanted.Name), null, wanted, Why ?? "", "add")
        : Refused(StatusCodes.Status400BadRequest, Typed().Field, Typed().Fault!);
}
