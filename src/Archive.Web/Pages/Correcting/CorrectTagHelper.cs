using Archive.Store;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Archive.Web.Pages.Correcting;

/// <summary>
/// <c>&lt;correct headline="@id" named="@text" /&gt;</c>: for an editor, a link to the form that mends it, and from there back to this page. For
/// readers there is nothing. <c>post="@id"</c> leads to the form of the whole post.
/// </summary>
[HtmlTargetElement("correct", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CorrectTagHelper : TagHelper
{
    public string? Headline { get; set; }

    public long Post { get; set; }

    /// <summary>What is corrected, for whoever hears the page.</summary>
    public string? Named { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (EditorsView.Of(View.HttpContext) is null)
        {
            output.SuppressOutput();
            return;
        }
        var request = View.HttpContext.Request;
        var back = request.GetEncodedPathAndQuery();
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "correct");
        output.Attributes.SetAttribute("href", Headline is { } id ? Permalink.CorrectHeadline(id, back) : Permalink.EditPost(Post, back));
        output.Attributes.SetAttribute("rel", "nofollow");
        output.Content.Append(Headline is null ? "Edit" : "Correct").AppendHtml("<span class=\"unseen\">: ").Append(Named ?? "").AppendHtml("</span>");
    }
}
