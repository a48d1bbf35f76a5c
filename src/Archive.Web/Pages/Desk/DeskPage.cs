using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Pages.Desk;

/// <summary>A page of the desk: by the folder it stands in, only editors are let in, and under Admin/ only administrators.</summary>
internal abstract class DeskPage : PageModel
{
    /// <summary>Who works here.</summary>
    public CurrentAccount Me => CurrentAccount.Of(User);
}
