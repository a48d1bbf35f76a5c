using Archive.Store.Accounts;

namespace Archive.Web.Tests.Accounts;

/// <summary>Who may ask for a route.</summary>
public enum Asker
{
    Anonymous,
    Editor,
    Administrator,
    Disabled,
}

/// <summary>
/// Every route of the site and whom it lets in. A new route gets a row here, or the tests fail: with whom it is for, and an address that it
/// answers.
/// </summary>
internal static class Routes
{
    public static readonly Asker[] Everybody = Enum.GetValues<Asker>();

    public static readonly Asker[] AnyAccount = [Asker.Editor, Asker.Administrator];

    public static readonly Asker[] Administrators = [Asker.Administrator];

    public static readonly IReadOnlyDictionary<string, (Asker[] For, string Address)> Rows = new Dictionary<string, (Asker[], string)>
    {
        [""] = (Everybody, "/"),
        ["Index"] = (Everybody, "/Index"),
        ["{**path:file}"] = (Everybody, "/no-such-file.txt"),
        ["about"] = (Everybody, "/about"),
        ["calendar"] = (Everybody, "/calendar"),
        ["categories"] = (Everybody, "/categories"),
        ["categories/{slug}"] = (Everybody, "/categories/none"),
        ["outlets"] = (Everybody, "/outlets"),
        ["outlets/{slug}"] = (Everybody, "/outlets/none"),
        ["thesaurus"] = (Everybody, "/thesaurus"),
        ["search"] = (Everybody, "/search"),
        ["status/{code:int}"] = (Everybody, "/status/404"),
        ["stories/{id}"] = (Everybody, "/stories/none"),
        ["topics/{slug}"] = (Everybody, "/topics/none"),
        ["undated"] = (Everybody, "/undated"),
        ["health/live"] = (Everybody, "/health/live"),
        ["health/ready"] = (Everybody, "/health/ready"),
        ["opensearch.xml"] = (Everybody, "/opensearch.xml"),
        ["robots.txt"] = (Everybody, "/robots.txt"),

        ["corrections"] = (Everybody, "/corrections"),
        ["desk/posts/{id:long}"] = (AnyAccount, "/desk/posts/999999"),
        ["desk/posts/{id:long}/history"] = (AnyAccount, "/desk/posts/999999/history"),
        ["desk/headlines/{id}"] = (AnyAccount, "/desk/headlines/none"),
        ["desk/outlets"] = (AnyAccount, "/desk/outlets"),
        ["desk/outlets/{slug}"] = (AnyAccount, "/desk/outlets/none"),
        ["desk/categories"] = (AnyAccount, "/desk/categories"),
        ["desk/categories/{slug}"] = (AnyAccount, "/desk/categories/none"),
        ["desk/thesaurus"] = (AnyAccount, "/desk/thesaurus"),
        ["desk/thesaurus/new"] = (AnyAccount, "/desk/thesaurus/new"),
        ["desk/thesaurus/{slug}"] = (AnyAccount, "/desk/thesaurus/none"),
        ["desk/admin/links"] = (Administrators, "/desk/admin/links"),
        ["desk/lists/titles"] = (AnyAccount, "/desk/lists/titles"),
        ["desk/posts/new"] = (AnyAccount, "/desk/posts/new"),
        ["desk/drafts"] = (AnyAccount, "/desk/drafts"),
        ["desk/lists/new"] = (AnyAccount, "/desk/lists/new"),
        ["desk/imports/new"] = (AnyAccount, "/desk/imports/new"),
        ["desk/imports/new/{upload}"] = (AnyAccount, "/desk/imports/new/none"),
        ["desk/imports/new/{upload}/{number:int}"] = (AnyAccount, "/desk/imports/new/none/1"),
        ["desk/imports"] = (AnyAccount, "/desk/imports"),
        ["desk/admin/log"] = (Administrators, "/desk/admin/log"),
        ["desk/admin/undo"] = (Administrators, "/desk/admin/undo"),
        ["desk/trash"] = (AnyAccount, "/desk/trash"),
        ["desk/posts/{id:long}/remove"] = (AnyAccount, "/desk/posts/1/remove"),
        ["desk/posts/{id:long}/undo"] = (AnyAccount, "/desk/posts/999999/undo?first=1&last=1"),
        ["desk/posts/{id:long}/merge"] = (AnyAccount, "/desk/posts/999999/merge"),
        ["desk/worklists"] = (AnyAccount, "/desk/worklists"),
        ["desk/worklists/{list}"] = (AnyAccount, "/desk/worklists/dates"),
        ["desk/worklists/lost-links"] = (AnyAccount, "/desk/worklists/lost-links"),
        ["desk/worklists/decided"] = (AnyAccount, "/desk/worklists/decided"),
        ["account/feeds/{token}/{list}.atom"] = (Everybody, "/account/feeds/none/lost-links.atom"),
        ["account/sign-in"] = (Everybody, "/account/sign-in"),
        ["account/set-up/{token}"] = (Everybody, "/account/set-up/none"),
        ["account"] = (AnyAccount, "/account"),
        ["account/password"] = (AnyAccount, "/account/password"),
        ["account/prove"] = (AnyAccount, "/account/prove"),
        ["account/sign-out"] = (AnyAccount, "/account/sign-out"),
        ["desk"] = (AnyAccount, "/desk"),
    };

    public static AccountRole RoleOf(Asker asker) => asker == Asker.Administrator ? AccountRole.Administrator : AccountRole.Editor;
}
