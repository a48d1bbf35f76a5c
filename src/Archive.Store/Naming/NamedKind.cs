namespace Archive.Store.Naming;

/// <summary>What has a name, an address and a history in the desk.</summary>
public enum NamedKind
{
    Outlet,

    Category,

    Topic,
}
