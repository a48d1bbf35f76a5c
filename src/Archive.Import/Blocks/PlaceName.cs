namespace Archive.Import.Blocks;

/// <summary>A short line of capitalised words: "New York", "Washington, D.C.", "Forest Hills, NY".</summary>
internal static class PlaceName
{
    private static readonly string[] Particles = ["of", "the", "de", "da", "do", "del", "la", "le", "el", "al", "am", "an", "der", "on", "upon", "and", "und", "et"];

    // What stands after a comma in a signature is often an office, not a town: "Jane Roe, Executive Director".
    private static readonly string[] Offices =
        ["director", "president", "chair", "chairman", "chairwoman", "chairperson", "secretary", "coordinator", "founder", "professor", "member", "mp", "mep", "senator", "representative", "manager", "officer", "spokesperson", "spokesman", "spokeswoman", "editor", "author", "fellow", "lawyer", "attorney", "advocate", "bishop", "rabbi", "minister", "ambassador", "inc", "inc.", "ltd", "ltd.", "llc", "phd", "ph.d.", "jr", "jr.", "esq", "esq.", "treasurer", "researcher", "scholar", "activist", "ceo", "head"];

    public static bool Looks(string text)
    {
        if (text.Length is < 2 or > 48 || text.IndexOfAny(['@', ':', ';', '?', '!', '“', '"', '/']) >= 0 || text.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
        {
            return false;
        }
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 5
            && Array.TrueForAll(words, word => !char.IsLower(word[0]) || Particles.Contains(word, StringComparer.Ordinal))
            && (!text.EndsWith('.') || words[^1].Length <= 4);
    }

    private static readonly HashSet<string> Countries = new(
    [
        "Afghanistan", "Albania", "Argentina", "Armenia", "Australia", "Austria", "Azerbaijan", "Bangladesh", "Belarus", "Belgium", "Bhutan", "Bosnia and Herzegovina", "Brazil", "Bulgaria", "Burma", "Cambodia", "Canada", "Chile", "China", "Colombia", "Croatia", "Cyprus", "Czech Republic", "Czechia", "Denmark", "East Turkistan", "Egypt", "Estonia", "Ethiopia", "Finland", "France", "Georgia", "Germany", "Ghana", "Greece", "Hong Kong", "Hungary", "Iceland", "India", "Indonesia", "Iran", "Iraq", "Ireland", "Israel", "Italy", "Japan", "Jordan", "Kazakhstan", "Kenya", "Kosovo", "Kuwait", "Kyrgyzstan", "Laos", "Latvia", "Lebanon", "Liechtenstein", "Lithuania", "Luxembourg", "Malaysia", "Malta", "Mexico", "Moldova", "Mongolia", "Montenegro", "Morocco", "Myanmar", "Nepal", "Netherlands", "The Netherlands", "New Zealand", "Nigeria", "North Macedonia", "Norway", "Pakistan", "Palestine", "Peru", "Philippines", "Poland", "Portugal", "Qatar", "Romania", "Russia", "Rwanda", "Saudi Arabia", "Scotland", "Serbia", "Singapore", "Slovakia", "Slovenia", "South Africa", "South Korea", "Spain", "Sri Lanka", "Sudan", "Sweden", "Switzerland", "Syria", "Taiwan", "Tajikistan", "Tanzania", "Thailand", "Tibet", "Tunisia", "Turkey", "Türkiye", "Turkmenistan", "Uganda", "UK", "Ukraine", "United Kingdom", "United States", "USA", "U.S.A.", "Uzbekistan", "Venezuela", "Vietnam", "Wales", "Yemen", "Zambia", "Zimbabwe",
    ], StringComparer.Ordinal);

    private static readonly HashSet<string> Towns = new(
    [
        "Abuja", "Almaty", "Amman", "Amsterdam", "Ankara", "Astana", "Athens", "Baghdad", "Baku", "Bangkok", "Barcelona", "Beijing", "Beirut", "Belgrade", "Berlin", "Bern", "Bishkek", "Bonn", "Boston", "Bratislava", "Brussels", "Bucharest", "Budapest", "Buenos Aires", "Cairo", "Canberra", "Cape Town", "Chicago", "Colombo", "Copenhagen", "Delhi", "Dhaka", "Dharamsala", "Dharamshala", "Doha", "Dubai", "Dublin", "Dushanbe", "Edinburgh", "Frankfurt", "Geneva", "The Hague", "Hamburg", "Hanoi", "Helsinki", "Hong Kong", "Islamabad", "Istanbul", "Jakarta", "Jerusalem", "Kabul", "Kathmandu", "Kuala Lumpur", "Kyiv", "Lahore", "Lagos", "Lhasa", "Lisbon", "Ljubljana", "London", "Los Angeles", "Luxembourg", "Madrid", "Manila", "Melbourne", "Mexico City", "Milan", "Minsk", "Montreal", "Moscow", "Mumbai", "Munich", "Nairobi", "New Delhi", "New York", "Nicosia", "Oslo", "Ottawa", "Paris", "Phnom Penh", "Prague", "Pretoria", "Riga", "Riyadh", "Rome", "San Francisco", "Santiago", "Sarajevo", "Seoul", "Shanghai", "Singapore", "Skopje", "Sofia", "Stockholm", "Strasbourg", "Sydney", "Taipei", "Tallinn", "Tashkent", "Tbilisi", "Tehran", "Tel Aviv", "Tokyo", "Toronto", "Tunis", "Ulaanbaatar", "Urumqi", "Ürümqi", "Vancouver", "Vienna", "Vilnius", "Warsaw", "Washington", "Washington, D.C.", "Washington, DC", "Wellington", "Yangon", "Yerevan", "Zagreb", "Zurich", "Zürich",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>A town or country known by name; of others the line's shape must tell.</summary>
    public static bool IsTown(string text) => Towns.Contains(text) || Countries.Contains(text) || (text.IndexOf(',') is > 0 and var comma && Towns.Contains(text[..comma]));

    public static bool IsCountry(string text) => Countries.Contains(text);

    // An office of state, capitalised like a town: "Office of the Spokesperson".
    private static readonly string[] Bodies = ["office", "ministry", "department", "committee", "council", "bureau", "secretariat", "delegation", "embassy", "spokesperson", "commission", "government", "parliament", "centre", "center", "association", "network", "coalition", "campaign", "institute", "foundation"];

    public static bool IsBody(string text) =>
        Array.Exists(text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), word => Bodies.Contains(word, StringComparer.OrdinalIgnoreCase));

    public static bool IsOffice(string text) =>
        Array.Exists(text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), word => Offices.Contains(word, StringComparer.OrdinalIgnoreCase));
}
