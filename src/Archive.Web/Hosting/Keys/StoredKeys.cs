using System.Xml.Linq;
using Archive.Store;
using Archive.Web.Hosting.Watching;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Hosting.Keys;

/// <summary>
/// The keys of all nodes of a site, in the store that they share. ASP.NET Core reads them once a day and asks for a new one every three
/// months; readers need none.
/// </summary>
internal sealed class StoredKeys(IDbContextFactory<ArchiveContext> store, StoreWatch watch, TimeProvider clock) : IXmlRepository
{
    private int seen;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        if (!watch.State.CanServe)
        {
            // A start does not wait for it.
            throw new StoreSilentException();
        }
        using var archive = store.CreateDbContext();
        List<XElement> elements = [.. archive.ProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
        seen = elements.Count(IsKey);
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        // Two nodes that start together on an empty store each want to make the first key. Named by its number, only one of them is kept;
        // both read the keys again afterwards, and use that one.
        var name = IsKey(element) ? $"key {seen + 1}" : friendlyName;
        using var archive = store.CreateDbContext();
        archive.ProtectionKeys.Add(new() { Name = name, Xml = element.ToString(SaveOptions.DisableFormatting), CreatedAt = clock.GetUtcNow().UtcDateTime });
        try
        {
            archive.SaveChanges();
        }
        catch (DbUpdateException) when (IsThere(name))
        {
            // The other node was first.
        }
    }

    private static bool IsKey(XElement element) => element.Name.LocalName == "key";

    private bool IsThere(string name)
    {
        using var archive = store.CreateDbContext();
        return archive.ProtectionKeys.Any(key => key.Name == name);
    }
}
