using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Archive.Store;

/// <summary>Moments are kept in UTC and to the microsecond, on every database: PostgreSQL keeps no more, and SQLite does not say which zone.</summary>
internal sealed class UtcMicroseconds() : ValueConverter<DateTime, DateTime>(
    moment => new DateTime(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
    moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc));
