using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Archive.Web.Pages.Printed;

/// <summary>Text from outside: <c>&lt;p printed="@text"&gt;&lt;/p&gt;</c> writes it encoded, with its own direction, and its language where the script says it.</summary>
[HtmlTargetElement(Attributes = "printed")]
public sealed class PrintedTagHelper : TagHelper
{
    public string? Printed { get; set; }

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
        output.Content.SetContent(text);
    }
}
