using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Archive.Store.Postgres.Migrations
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Headlines",
                table: "MonthTotals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("""
                UPDATE "MonthTotals" SET "Headlines" = (SELECT COALESCE(SUM("HeadlineCount"), 0) FROM "Posts"
                    WHERE "SortDay" >= make_date("MonthTotals"."Year", "MonthTotals"."Month", 1) AND "SortDay" < make_date("MonthTotals"."Year", "MonthTotals"."Month", 1) + interval '1 month');
                """);

            migrationBuilder.CreateTable(
                name: "EditorFeeds",
                columns: table => new
                {
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    List = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Item = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Label = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
