using Archive.Store;
using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

internal sealed class CategoryModel(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : NamedPage(NamedKind.Category, store, clock);
