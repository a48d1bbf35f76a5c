global using Archive.Import;
global using Archive.Rig;
global using Microsoft.EntityFrameworkCore;
global using Xunit;
