using Archive.Import.Layouts;

namespace Archive.Import.Blocks.Mail;

/// <summary>The marks that a mail program puts before every line of a mail that is answered: "> Title", ">> Title", "> > Title".</summary>
internal static class MailQuotes
{
    /// <summary>Takes them off where two lines or more begin with one, and at least half do: elsewhere ">" is a bullet.</summary>
    public static void TakeOff(Page page)
    {
        var quoted = page.Content.Where(index => page.Text(index)[0] == '>').ToList();
        if (quoted.Count < 2 || quoted.Count * 2 < page.Content.Count)
        {
            return;
        }
        foreach (var index in quoted)
        {
            page.Retell(index, page.Text(index).TrimStart('>', ' '));
        }
    }
}
