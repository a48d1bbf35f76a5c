using System.Linq.Expressions;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Archive.Store.Removal;

/// <summary>
/// Every row that would go with a post, read as JSON and written again from it. Which tables these are is asked of the model, so that a
/// table which is added some day is not forgotten here.
/// </summary>
internal sealed class HangingRows(ArchiveContext archive)
{
    /// <summary>Made from the others by upkeep, or kept in a table of its own while the post is away.</summary>
    private static readonly Type[] LeftOut = [typeof(StoryMember), typeof(Provenance)];

    private static readonly MethodInfo ReadOne = Method(nameof(ReadTableAsync));

    private static readonly MethodInfo WriteOne = Method(nameof(WriteTableAsync));

    /// <summary>Letters of every script as they are.</summary>
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonSerializerOptions json = new(Plain)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { info => ColumnsOnly(archive.Model, info) } },
    };

    /// <summary>The tables of which rows go when a post or a headline goes, besides these two themselves.</summary>
    public static IReadOnlyList<IForeignKey> HangingOn(IModel model) =>
        [.. Keys(model, typeof(Post)).Concat(Keys(model, typeof(Headline))).Where(key => !LeftOut.Contains(key.DeclaringEntityType.ClrType))];

    /// <returns>The rows of each post, by table.</returns>
    public async Task<Dictionary<long, JsonObject>> ReadAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var found = ids.ToDictionary(id => id, _ => new JsonObject());
        var post = archive.Model.FindEntityType(typeof(Post))!;
        await ReadAsync(typeof(Post), post.FindPrimaryKey()!.Properties[0], ids.ToDictionary(id => id), found, cancellation);
        Dictionary<long, long> headlines = [];
        foreach (var key in HangingOn(archive.Model))
        {
            var owners = key.PrincipalEntityType == post ? ids.ToDictionary(id => id) : headlines;
            await ReadAsync(key.DeclaringEntityType.ClrType, key.Properties[0], owners, found, cancellation);
            if (key.DeclaringEntityType.ClrType == typeof(Headline))
            {
                headlines = await archive.Headlines.InPosts([.. ids]).ToDictionaryAsync(headline => headline.Id, headline => headline.PostId, cancellation);
            }
        }
        return found;
    }

    /// <summary>Writes what was read. Posts and headlines get the ids that they had, other rows new ones.</summary>
    public async Task WriteAsync(JsonObject rows, Func<object, bool> prepare, CancellationToken cancellation)
    {
        foreach (var type in HangingOn(archive.Model).Select(key => key.DeclaringEntityType.ClrType).Prepend(typeof(Post)).Distinct())
        {
            if (rows[type.Name] is JsonArray some)
            {
                await (Task)WriteOne.MakeGenericMethod(type).Invoke(this, [some, prepare, cancellation])!;
            }
        }
    }

    private Task ReadAsync(Type type, IProperty owner, Dictionary<long, long> owners, Dictionary<long, JsonObject> found, CancellationToken cancellation) =>
        (Task)ReadOne.MakeGenericMethod(type).Invoke(this, [owner, owners, found, cancellation])!;

    private async Task ReadTableAsync<TRow>(IProperty owner, Dictionary<long, long> owners, Dictionary<long, JsonObject> found, CancellationToken cancellation)
        where TRow : class
    {
        var row = Expression.Parameter(typeof(TRow));
        var value = Expression.Convert(Expression.Property(row, owner.PropertyInfo!), typeof(long));
        // Through a field, so that it becomes a parameter of the question and not a question of its own.
        var ids = Expression.Field(Expression.Constant(new Asked([.. owners.Keys])), nameof(Asked.Ids));
        var isTheirs = Expression.Lambda<Func<TRow, bool>>(Expression.Call(ids, nameof(List<>.Contains), null, value), row);
        foreach (var one in await archive.Set<TRow>().AsNoTracking().Where(isTheirs).ToListAsync(cancellation))
        {
            var rows = found[owners[Convert.ToInt64(owner.GetGetter().GetClrValue(one), System.Globalization.CultureInfo.InvariantCulture)]];
            ((JsonArray)(rows[typeof(TRow).Name] ??= new JsonArray())).Add(JsonSerializer.SerializeToNode(one, json));
        }
    }

    private async Task WriteTableAsync<TRow>(JsonArray rows, Func<object, bool> prepare, CancellationToken cancellation)
        where TRow : class
    {
        var all = rows.Select(row => row.Deserialize<TRow>(json)!).Where(row => prepare(row)).ToList();
        if (all.Count > 0 && typeof(TRow) != typeof(Post) && typeof(TRow) != typeof(Headline) && archive.Model.FindEntityType(typeof(TRow))!.FindProperty("Id") is { ClrType.Name: nameof(Int64) } id)
        {
            all.Sort((one, other) => IdOf(one).CompareTo(IdOf(other)));
            var next = await archive.NextIdAsync<TRow>(cancellation);
            all.ForEach(row => id.PropertyInfo!.SetValue(row, next++));
            long IdOf(TRow row) => (long)id.PropertyInfo!.GetValue(row)!;
        }
        await archive.BulkInsertAsync(all, cancellation);
    }

    // Headlines come before what hangs on them.
    private static IEnumerable<IForeignKey> Keys(IModel model, Type principal) => model.FindEntityType(principal)!.GetReferencingForeignKeys()
        .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade).OrderBy(key => key.DeclaringEntityType.ClrType == typeof(Headline) ? 0 : 1).ThenBy(key => key.DeclaringEntityType.Name, StringComparer.Ordinal);

    private static void ColumnsOnly(IModel model, JsonTypeInfo info)
    {
        if (model.FindEntityType(info.Type) is { } table)
        {
            foreach (var other in info.Properties.Where(property => table.FindProperty(property.Name) is null).ToList())
            {
                info.Properties.Remove(other);
            }
        }
    }

    private sealed class Asked(List<long> ids)
    {
        public readonly List<long> Ids = ids;
    }

    private static MethodInfo Method(string name) => typeof(HangingRows).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!;
}
