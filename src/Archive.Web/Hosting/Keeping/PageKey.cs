using System.Collections.Concurrent;
using System.Text;
using Archive.Web.Accounts.Access;
using Archive.Web.Hosting.Watching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Hosting.Keeping;

/// <summary>
/// Under what a page is kept: its path, and of its query the keys that the page reads. Whatever else is made up changes neither the page
/// nor the key.
/// </summary>
internal static class PageKey
{
    // Longer than any address that a page of the archive links to.
    private const int Longest = 400;

    private static readonly ConcurrentDictionary<CompiledPageActionDescriptor, string[]> Names = new();

    /// <returns>Null for what is not kept.</returns>
    public static string? Of(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (!ForReaders.Is(endpoint) || !StoreGate.IsMadeFromTheStore(endpoint) || endpoint!.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page)
        {
            return null;
        }
        var request = context.Request;
        var key = new StringBuilder(request.Path.Value);
        foreach (var name in Names.GetOrAdd(page, NamesOf))
        {
            // What stands in the path is read from there.
            if (request.RouteValues.ContainsKey(name) || !request.Query.TryGetValue(name, out var values))
            {
                continue;
            }
            if (values.Count != 1)
            {
                return null;
            }
            key.Append('\n').Append(name).Append('=').Append(values[0]);
        }
        return key.Length <= Longest ? key.ToString() : null;
    }

    private static string[] NamesOf(CompiledPageActionDescriptor page) =>
        [.. page.BoundProperties.Concat(page.HandlerMethods.SelectMany(handler => handler.Parameters))
            .Select(bound => bound.BindingInfo?.BinderModelName ?? bound.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)];
}
