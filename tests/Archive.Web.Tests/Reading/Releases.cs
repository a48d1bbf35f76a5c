using Archive.Store;

namespace Archive.Web.Tests.Reading;

/// <summary>A press release and a letter with all their parts.</summary>
internal static class Releases
{
    public static Post PressRelease()
    {
        var release = HandMade.Make(
            PostKind.PressRelease, "SMHRIC: PRESS RELEASE: Rights groups call on governments to act", new(2020, 12, 3), null, SampleShelf.Long, SampleShelf.Long);
        (release.Place, release.Issuer) = ("New York", "Southern Mongolian Human Rights Information Center");
        HandMade.Add(release, PassageRole.Subhead, "What we ask");
        HandMade.Add(release, PassageRole.ListItem, "to appoint a special envoy;", "to open an inquiry;");
        (string Name, string? Place)[] signers =
        [
            ("Free Tibet", "London"), ("Society for Threatened Peoples", "Göttingen"), ("World Uyghur Congress", "Munich"), ("Hong Kong Watch", null),
            ("Southern Mongolian Human Rights Information Center", "New York"), ("Tibet Initiative Deutschland", "Berlin"), ("Students for a Free Tibet", "New York"),
        ];
        foreach (var (name, place) in signers)
        {
            release.Signatories.Add(new() { Position = release.Signatories.Count, Name = name, Place = place });
        }
        HandMade.Add(release, PassageRole.Subhead, "On behalf of the following organizations");
        return HandMade.Add(release, PassageRole.Contact, "Enghebatu Togochog", "+1 917 555 0100", "68-04 Burns Street, Forest Hills, NY 11375");
    }

    public static Post Letter()
    {
        var letter = HandMade.Make(PostKind.Letter, "Thirty-three MP’s are calling on UN Secretary General to take immediate actions on East Turkistan", new(2020, 11, 16));
        (letter.Addressee, letter.Salutation, letter.SignOff) = ("António Guterres\nSecretary General of the United Nations\nNew York, NY 10017", "Mr. Secretary General:", "Sincerely,");
        letter.Caption = "Photo by Angela Weiss / AFP";
        HandMade.Add(letter, PassageRole.Copy, "Volkan Bozkir, President of the General Assembly of the United Nations");
        HandMade.Add(
            letter, PassageRole.Paragraph,
            "There are at least 380 mass detention facilities, and 61 of these show signs of expansion in the past year alone. (1) One paper claims “1.29 million workers every year between 2014 and 2019.”(2)",
            "Members have had to choose between returning and losing their expired documents.3In addition, we are concerned. As a result, 50 experts issued a call4for key actions:");
        HandMade.Add(letter, PassageRole.ListItem, "An urgent debate or special session of the Human Rights Council", "An independent monitoring mechanism, which could include a Special Rapporteur");
        HandMade.Add(letter, PassageRole.Paragraph, "We would welcome a conversation with you on the steps your office will pursue.");
        (string Text, string? Url)[] notes =
        [
            ("Buckley, Chris, and Austin Ramzy. “Night Images Reveal Many New Detention Sites.” The New York Times, 24 Sept. 2020, www.nytimes.com/2020/09/24/world/asia/china-muslims-xinjiang-detention.html.", "https://www.nytimes.com/2020/09/24/world/asia/china-muslims-xinjiang-detention.html"),
            ("Davidson, Helen. “Clues to Scale of Labour Operation.” The Guardian, 18 Sept. 2020", "https://www.theguardian.com/world/2020/sep/18/clues"),
            ("https://www.ohchr.org/EN/NewsEvents/Pages/DisplayNews.aspxNewsID=26006&LangID=E", "https://www.ohchr.org/EN/NewsEvents/Pages/DisplayNews.aspxNewsID=26006&LangID=E"),
            ("www.rfa.org/english/news/uyghur/turkey", "www.rfa.org/english/news/uyghur/turkey"),
        ];
        foreach (var (text, url) in notes)
        {
            letter.Endnotes.Add(new() { Position = letter.Endnotes.Count, Number = letter.Endnotes.Count + 1, Text = text, Url = url });
        }
        return letter;
    }
}
