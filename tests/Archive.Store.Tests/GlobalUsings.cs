global using Archive.Import;
global using Microsoft.EntityFrameworkCore;
global using Xunit;
