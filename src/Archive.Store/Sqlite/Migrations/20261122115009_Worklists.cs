using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Worklists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "MonthTotals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Headlines",
                table: "MonthTotals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("""
                UPDATE "MonthTotals" SET "Headlines" = (SELECT COALESCE(SUM("HeadlineCount"), 0) FROM "Posts"
                    WHERE "SortDay" BETWEEN printf('%04d-%02d-01', "MonthTotals"."Year", "MonthTotals"."Month") AND printf('%04d-%02d-31', "MonthTotals"."Year", "MonthTotals"."Month"));
                """);

            migrationBuilder.CreateTable(
                name: "EditorFeeds",
                columns: table => new
                {
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditorFeeds", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_EditorFeeds_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    List = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkDecisions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_Code_Id",
                table: "Problems",
                columns: new[] { "Code", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Headlines_WithoutLink",
                table: "Headlines",
                columns: new[] { "PostId", "Position" },
                descending: new[] { true, false },
                filter: "\"Url\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EditorFeeds_Hash",
                table: "EditorFeeds",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkDecisions_List_Item",
                table: "WorkDecisions",
                columns: new[] { "List", "Item" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EditorFeeds");

            migrationBuilder.DropTable(
                name: "WorkDecisions");

            migrationBuilder.DropIndex(
                name: "IX_Problems_Code_Id",
                table: "Problems");

            migrationBuilder.DropIndex(
                name: "IX_Headlines_WithoutLink",
                table: "Headlines");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "MonthTotals");

            migrationBuilder.DropColumn(
                name: "Headlines",
                table: "MonthTotals");
        }
    }
}
