namespace Archive.Import.Publishing;

/// <summary>A post that an editor wrote or pasted: its text, which becomes its source, and what that was read as.</summary>
/// <param name="Seed">Of one post.</param>
public sealed record WrittenPost(string Text, ParsedSeed Seed)
{
    public ParsedPost Post => Seed.Posts[0];
}
