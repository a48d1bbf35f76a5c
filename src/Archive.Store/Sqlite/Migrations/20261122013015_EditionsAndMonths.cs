using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EditionsAndMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Posts_DateEnd_Slug_Ordinal",
                table: "Posts");

            migrationBuilder.AddColumn<int>(
                name: "PeriodDays",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SortDay",
                table: "Posts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "Editions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Editions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MonthTotals",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Posts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthTotals", x => new { x.Year, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "Editions",
                columns: new[] { "Id", "Number" },
                values: new object[] { 1, 0L });

            migrationBuilder.Sql("""
                UPDATE "Posts" SET "SortDay" = COALESCE("DateEnd", '0001-01-01'),
                    "PeriodDays" = COALESCE(CAST(julianday("DateEnd") - julianday("DateStart") AS INTEGER) + 1, 0);
                """);
            migrationBuilder.Sql("""
                INSERT INTO "MonthTotals" ("Year", "Month", "Posts")
                SELECT CAST(strftime('%Y', "DateEnd") AS INTEGER), CAST(strftime('%m', "DateEnd") AS INTEGER), COUNT(*)
                FROM "Posts" WHERE "DateEnd" IS NOT NULL GROUP BY 1, 2;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Posts_DatePrecision_PeriodDays",
                table: "Posts",
                columns: new[] { "DatePrecision", "PeriodDays" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_DatePrecision_SortDay_Slug_Ordinal",
                table: "Posts",
                columns: new[] { "DatePrecision", "SortDay", "Slug", "Ordinal" },
                descending: new[] { false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_DateStart",
                table: "Posts",
                column: "DateStart");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_SortDay_Slug_Ordinal",
                table: "Posts",
                columns: new[] { "SortDay", "Slug", "Ordinal" },
                descending: new[] { true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_ProtectionKeys_Name",
                table: "ProtectionKeys",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Editions");

            migrationBuilder.DropTable(
                name: "MonthTotals");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropIndex(
                name: "IX_Posts_DatePrecision_PeriodDays",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "IX_Posts_DatePrecision_SortDay_Slug_Ordinal",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "IX_Posts_DateStart",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "IX_Posts_SortDay_Slug_Ordinal",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "PeriodDays",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "SortDay",
                table: "Posts");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_DateEnd_Slug_Ordinal",
                table: "Posts",
                columns: new[] { "DateEnd", "Slug", "Ordinal" });
        }
    }
}
