using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Archive.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Removal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ImportRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RemovedPosts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    SourceKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TitleKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PrintedHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    MergedInto = table.Column<long>(type: "bigint", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ImportBringsBack = table.Column<bool>(type: "boolean", nullable: false),
                    LastRevision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovedPosts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportedFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Superseded = table.Column<int>(type: "integer", nullable: false),
                    Met = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportedFiles_ImportRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ImportRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RemovedContents",
                columns: table => new
                {
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Remark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Rows = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovedContents", x => x.PostId);
                    table.ForeignKey(
                        name: "FK_RemovedContents_RemovedPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "RemovedPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RemovedCopies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    LineFirst = table.Column<int>(type: "integer", nullable: false),
                    LineLast = table.Column<int>(type: "integer", nullable: false),
                    PrintedHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TextLines = table.Column<int>(type: "integer", nullable: false),
                    TextDetails = table.Column<int>(type: "integer", nullable: false),
                    Fingerprints = table.Column<byte[]>(type: "bytea", nullable: false),
                    CategoryIds = table.Column<List<long>>(type: "bigint[]", nullable: false),
                    PrintedHeadlineLines = table.Column<List<int>>(type: "integer[]", nullable: false),
                    HeadlineLines = table.Column<List<int>>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovedCopies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RemovedCopies_RemovedPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "RemovedPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RemovedCopies_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RemovedHeadlines",
                columns: table => new
                {
                    PublicId = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    HeadlineId = table.Column<long>(type: "bigint", nullable: false),
                    StoryMate = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MovedTo = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovedHeadlines", x => x.PublicId);
                    table.ForeignKey(
                        name: "FK_RemovedHeadlines_RemovedPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "RemovedPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Actor_At",
                table: "AuditRecords",
                columns: new[] { "Actor", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedFiles_RunId",
                table: "ImportedFiles",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedFiles_Sha256",
                table: "ImportedFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_RemovedCopies_PostId",
                table: "RemovedCopies",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_RemovedCopies_SourceId_LineFirst",
                table: "RemovedCopies",
                columns: new[] { "SourceId", "LineFirst" });

            migrationBuilder.CreateIndex(
                name: "IX_RemovedHeadlines_HeadlineId",
                table: "RemovedHeadlines",
                column: "HeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_RemovedHeadlines_PostId",
                table: "RemovedHeadlines",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_RemovedPosts_RemovedAt",
                table: "RemovedPosts",
                column: "RemovedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RemovedPosts_SortDay_Slug_Ordinal",
                table: "RemovedPosts",
                columns: new[] { "SortDay", "Slug", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RemovedPosts_TitleKey",
                table: "RemovedPosts",
                column: "TitleKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportedFiles");

            migrationBuilder.DropTable(
                name: "RemovedContents");

            migrationBuilder.DropTable(
                name: "RemovedCopies");

            migrationBuilder.DropTable(
                name: "RemovedHeadlines");

            migrationBuilder.DropTable(
                name: "ImportRuns");

            migrationBuilder.DropTable(
                name: "RemovedPosts");

            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_Actor_At",
                table: "AuditRecords");
        }
    }
}
