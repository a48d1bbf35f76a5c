using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Archive.Web.Accounts.Access;

/// <summary>The rule of each page goes by the folder it stands in. A page in a folder that is not named here is refused to everybody.</summary>
internal sealed class PageRules : IPageApplicationModelConvention
{
    // The narrower folder first.
    private static readonly (string Folder, object Rule)[] Folders =
    [
        ("/Desk/Admin/", new AuthorizeAttribute(Rules.Administrators)),
        ("/Desk/", new AuthorizeAttribute(Rules.Editors)),
        ("/Account/SignIn", new AllowAnonymousAttribute()),
        ("/Account/SetUp", new AllowAnonymousAttribute()),
        // Who knows its address is let in: a program that reads feeds cannot sign in.
        ("/Account/WorkFeed", new AllowAnonymousAttribute()),
        ("/Account/", new AuthorizeAttribute(Rules.AnyAccount)),
    ];

    public void Apply(PageApplicationModel model)
    {
        var page = model.ViewEnginePath;
        if (page.LastIndexOf('/') == 0)
        {
            model.EndpointMetadata.Add(ForReaders.Rule);
            // They take no forms, and so need no token and set no cookie.
            model.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
            return;
        }
        var rule = Array.Find(Folders, folder => page.StartsWith(folder.Folder, StringComparison.Ordinal)).Rule;
        if (rule is not null)
        {
            model.EndpointMetadata.Add(rule);
        }
    }
}
