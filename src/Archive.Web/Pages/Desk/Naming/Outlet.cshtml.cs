using Archive.Store;
using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

internal sealed class OutletModel(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : NamedPage(NamedKind.Outlet, store, clock);
