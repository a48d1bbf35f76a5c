using Archive.Store.Search;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Archive.Web.Pages.Printed;

/// <summary>
/// Text from outside: <c>&lt;p printed="@text"&gt;&lt;/p&gt;</c> writes it encoded, with its own direction, and its language where the script says it.
/// <c>marks="@spans"</c> puts the stretches that a search found into <c>mark</c>.
/// </summary>
[HtmlTargetElement(Attributes = "printed")]
public sealed class PrintedTagHelper : TagHelper
{
    public string? Printed { get; set; }

    public IReadOnlyList<TextSpan>? Marks { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var text = Printed ?? "";
        if (output.TagName != "bdi")
        {
            // bdi is isolated by itself; any other element finds its direction from its first strong letter.
            output.Attributes.SetAttribute("dir", "auto");
        }
        if (ScriptLanguage.Of(text) is { } language)
        {
            output.Attributes.SetAttribute("lang", language);
        }
        output.TagMode = TagMode.StartTagAndEndTag;
        var from = 0;
        foreach (var (start, length) in Marks ?? [])
        {
            // What does not lie in the text, or lies over the mark before, marks nothing.
            if (start < from || length <= 0 || length > text.Length - start)
            {
                continue;
            }
            output.Content.Append(text[from..start]).AppendHtml("<mark>").Append(text.Substring(start, length)).AppendHtml("</mark>");
            from = start + length;
        }
        output.Content.Append(text[from..]);
    }
}
