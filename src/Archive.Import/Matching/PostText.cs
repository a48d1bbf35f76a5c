using System.Security.Cryptography;
using System.Text;
using Archive.Store;
using Archive.Store.Prose;

namespace Archive.Import.Matching;

/// <summary>A post's wording, folded and hashed for matching; the same whether the post was just parsed or comes out of the store.</summary>
/// <param name="ContentHash">Over the folded wording.</param>
internal sealed record PostText(string ContentHash, Wording Wording)
{
    public static PostText Of(Post post)
    {
        var folded = new StringBuilder();
        var printed = new PrintedForm();
        List<ulong> lines = [];
        foreach (var headline in post.Headlines)
        {
            AddLine(headline.Text);
            printed.Add(headline.Text).Detail(headline.PrintedUrl ?? headline.Url).Detail(headline.Outlet?.Slug).Detail(headline.Section);
        }
        AddLine(post.Standfirst);
        printed.Detail(post.Standfirst);
        foreach (var passage in post.Passages)
        {
            foreach (var line in passage.Role == PassageRole.Markdown ? MarkdownText.Lines(passage.Text) : [passage.Text])
            {
                AddLine(line);
            }
            printed.Add(passage.Role.ToString()).Add(passage.Text);
        }
        foreach (var signatory in post.Signatories)
        {
            AddLine(signatory.Name);
            printed.Add(signatory.Name).Detail(signatory.Place);
        }
        foreach (var endnote in post.Endnotes)
        {
            AddLine(endnote.Text);
            printed.Add(endnote.Text).Detail(endnote.Number?.ToString()).Detail(endnote.OutletName).Detail(endnote.Date?.ToString("O")).Detail(endnote.Url);
        }
        folded.Append(PostKindName.Of(post.Kind)).Append('\n').Append(Fold.Text(post.Title)).Append('\n');
        printed.Add(post.Title).Detail(post.Outlet?.Slug).Detail(post.Place).Detail(post.Issuer).Detail(post.Author).Detail(post.Agency)
            .Detail(post.Addressee).Detail(post.Salutation).Detail(post.SignOff).Detail(post.Caption).Detail(post.Credit)
            .Detail(post.DatePrecision?.ToString()).Detail(post.TitleInferred ? null : "printed title").Detail(post.IsExcerpt ? null : "whole");
        return new(Sha256(folded), new(printed.Hash(), [.. lines], post.Headlines.Count, printed.Details));

        void AddLine(string? text)
        {
            if (text is not null && Fold.Text(text) is { Length: > 0 } line)
            {
                folded.Append(line).Append('\n');
                lines.Add(LineFingerprint.Of(line));
            }
            else if (text is not null && lines.Count < post.Headlines.Count)
            {
                // A headline of signs alone ("???") still has its place among the headlines.
                folded.Append(text).Append('\n');
                lines.Add(LineFingerprint.Of(text));
            }
        }
    }

    private static string Sha256(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

    private sealed class PrintedForm
    {
        private readonly StringBuilder text = new();

        public int Details { get; private set; }

        public PrintedForm Add(string value)
        {
            text.Append(value).Append('\u001f');
            return this;
        }

        public PrintedForm Detail(string? value)
        {
            Details += value is null ? 0 : 1;
            text.Append(value is null ? '-' : '+');
            return Add(value ?? "");
        }

        public string Hash() => Sha256(text);
    }
}
