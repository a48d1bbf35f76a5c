namespace Archive.Store;

/// <summary>Addresses of what is left to do.</summary>
public static partial class Permalink
{
    public static string Worklists => "/desk/worklists";

    /// <param name="list">As in <see cref="Store.Worklists.Worklist"/>.</param>
    public static string Worklist(string list) => $"{Worklists}/{list}";

    /// <summary>What editors decided to leave as it is.</summary>
    public static string WorkDecided => "/desk/worklists/decided";

    /// <summary>A worklist for a program that cannot sign in.</summary>
    public static string OwnFeed(string token, string list) => $"/account/feeds/{Segment(token)}/{list}.atom";
}
