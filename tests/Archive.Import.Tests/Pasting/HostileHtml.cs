namespace Archive.Import.Tests.Pasting;

/// <summary>HTML that was made to pass a sanitiser.</summary>
internal static class HostileHtml
{
    // Mutations, foreign elements, bogus comments, clobbering names, schemes in disguise.
    public static readonly string[] Vectors =
    [
        "<p><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<p><math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<p><svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<p><form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<div><template><s><template><s><img src=x onerror=alert(1)>@shafigullin</s></template></s></template></div>", "<p><![CDATA[<img src=x onerror=alert(1)>]]></p>",
        "<p><!--><img src=x onerror=alert(1)>--></p>", "<p><!--!><script>alert(1)</script>--></p>", "<p><base href=\"javascript:/a/-alert(1)///////\"><a href=\"x\">lol</a>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\"><p>x</p>", "<form action=javascript:alert(1)><input name=attributes><button>go</button></form>",
        "<p><a id=body name=parentNode href=\"java&#9;script:alert(1)\">one</a></p>", "<p><a href=\"&#x6A;avascript&colon;alert(1)\">two</a></p>", "<p><a href=\" javascript:alert(1)\">three</a></p>",
        "<p><a href=\"\u0001javascript:alert(1)\">four</a></p>", "<p><a href=\"data:text/html;base64,PHNjcmlwdD4=\">five</a></p>", "<p><a href=\"vbscript:msgbox\">six</a></p>", "<p><a href=\"intent://scan/#Intent;end\">seven</a></p>",
        "<p><a href=\"https://bbc.co.uk@evil.example.org/\">eight</a></p>", "<p><a href=\"//evil.example.org/\">nine</a></p>", "<p><a href=\"https://example.org/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">ten</a></p>",
        "<p><a href=\"https://example.org/a)](javascript:alert(1)\">eleven</a></p>", "<p><a href=\"https://example.org/\">](javascript:alert(1)) [x</a></p>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<p>&amp;lt;script&amp;gt;</p>",
        "<p><svg><a xlink:href=\"javascript:alert(1)\"><text>s</text></a></svg></p>", "<p><math href=\"javascript:alert(1)\">m</math></p>", "<p><xmp><script>alert(1)</script></xmp></p>", "<p><plaintext><script>alert(1)</script>",
        "<p><textarea></textarea><script>alert(1)</script></textarea></p>", "<p><title><a href=https://example.org/>t</a></title></p>", "<p><object data=javascript:alert(1)>o</object><embed src=javascript:alert(1)></p>",
        "<p><iframe srcdoc=\"<script>alert(1)</script>\">f</iframe></p>", "<select><p><style><img src=x onerror=alert(1)></style></select>", "<p><a href=https://example.org/&lt;b&gt;>tag in path</a></p>",
        "<p>\u2028<b>x</b>\u0000<script\u0000>alert(1)</script></p>", "<p><a href=\"mailto:desk@example.org?subject=<b>\">mail</a></p>", "<td>x<tr><p></table></p><li>",
    ];
}
