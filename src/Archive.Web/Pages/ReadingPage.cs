using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Pages;

/// <summary>A public page: it has one address, and says so.</summary>
internal abstract class ReadingPage : PageModel
{
    /// <summary>Rows of a list that one page shows.</summary>
    protected const int PageSize = 25;

    /// <summary>Shows the page at its one address; "/2021/1/28/", "/ABOUT" and the like are moved there for good.</summary>
    protected IActionResult At(string permalink)
    {
        if (Request.Path.Value != Uri.UnescapeDataString(permalink))
        {
            return RedirectPermanent(permalink + Request.QueryString);
        }
        ViewData["Canonical"] = permalink;
        return Page();
    }
}
