using Archive.Import.Lines;

namespace Archive.Import;

/// <summary>What the parser is told of a pasted list beside its text.</summary>
/// <param name="Choices">What the editor says of single lines.</param>
/// <param name="Series">What a list is called that says no name of its own.</param>
/// <param name="Today">The day of a list that says none; in the site's time zone.</param>
public sealed record ListReading(LineChoices Choices, string Series, DateOnly Today);
