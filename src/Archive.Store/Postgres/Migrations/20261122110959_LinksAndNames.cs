using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Archive.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LinksAndNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsNamed",
                table: "Outlets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsNamed",
                table: "Categories",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CheckedHosts",
                columns: table => new
                {
                    Host = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false, collation: "C"),
                    NotBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Robots = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RobotsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckedHosts", x => x.Host);
                });

            migrationBuilder.CreateTable(
                name: "CheckedLinks",
                columns: table => new
                {
                    UrlKey = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false, collation: "C"),
                    IsDead = table.Column<bool>(type: "boolean", nullable: false),
                    GoneDays = table.Column<int>(type: "integer", nullable: false),
                    FirstGoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastGoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastCheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastFinding = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    NextCheckAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckedLinks", x => x.UrlKey);
                });

            migrationBuilder.CreateTable(
                name: "EditedTopics",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Entry = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ShippedHash = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditedTopics", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Holder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "NamingEdits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Action = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    After = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamingEdits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SlugMoves",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    OldSlug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlugMoves", x => new { x.Kind, x.OldSlug });
                });

            migrationBuilder.CreateTable(
                name: "LinkChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UrlKey = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Finding = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkChecks_CheckedLinks_UrlKey",
                        column: x => x.UrlKey,
                        principalTable: "CheckedLinks",
                        principalColumn: "UrlKey",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Refilings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    FromId = table.Column<long>(type: "bigint", nullable: false),
                    ToId = table.Column<long>(type: "bigint", nullable: false),
                    Before = table.Column<DateOnly>(type: "date", nullable: false),
                    EditId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refilings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Refilings_NamingEdits_EditId",
                        column: x => x.EditId,
                        principalTable: "NamingEdits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CheckedLinks_GoneDays",
                table: "CheckedLinks",
                column: "GoneDays",
                filter: "\"GoneDays\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_CheckedLinks_IsDead",
                table: "CheckedLinks",
                column: "IsDead",
                filter: "\"IsDead\"");

            migrationBuilder.CreateIndex(
                name: "IX_CheckedLinks_NextCheckAt",
                table: "CheckedLinks",
                column: "NextCheckAt");

            migrationBuilder.CreateIndex(
                name: "IX_LinkChecks_At",
                table: "LinkChecks",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_LinkChecks_UrlKey_At",
                table: "LinkChecks",
                columns: new[] { "UrlKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_NamingEdits_Kind_Slug",
                table: "NamingEdits",
                columns: new[] { "Kind", "Slug" });

            migrationBuilder.CreateIndex(
                name: "IX_Refilings_EditId",
                table: "Refilings",
                column: "EditId");

            migrationBuilder.CreateIndex(
                name: "IX_SlugMoves_Kind_Slug",
                table: "SlugMoves",
                columns: new[] { "Kind", "Slug" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CheckedHosts");

            migrationBuilder.DropTable(
                name: "EditedTopics");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "LinkChecks");

            migrationBuilder.DropTable(
                name: "Refilings");

            migrationBuilder.DropTable(
                name: "SlugMoves");

            migrationBuilder.DropTable(
                name: "CheckedLinks");

            migrationBuilder.DropTable(
                name: "NamingEdits");

            migrationBuilder.DropColumn(
                name: "IsNamed",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "IsNamed",
                table: "Categories");
        }
    }
}
