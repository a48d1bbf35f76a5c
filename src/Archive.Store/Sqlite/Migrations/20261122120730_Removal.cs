using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Sqlite.Migrations
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RemovedPosts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceKey = table.Column<string>(type: "TEXT", nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    PrintedHash = table.Column<string>(type: "TEXT", nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    MergedInto = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ImportBringsBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastRevision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovedPosts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportedFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Superseded = table.Column<int>(type: "INTEGER", nullable: false),
                    Met = table.Column<int>(type: "INTEGER", nullable: false)
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
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Rows = table.Column<string>(type: "TEXT", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    LineFirst = table.Column<int>(type: "INTEGER", nullable: false),
                    LineLast = table.Column<int>(type: "INTEGER", nullable: false),
                    PrintedHash = table.Column<string>(type: "TEXT", nullable: false),
                    TextLines = table.Column<int>(type: "INTEGER", nullable: false),
                    TextDetails = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprints = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CategoryIds = table.Column<string>(type: "TEXT", nullable: false),
                    PrintedHeadlineLines = table.Column<string>(type: "TEXT", nullable: false),
                    HeadlineLines = table.Column<string>(type: "TEXT", nullable: false)
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
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    HeadlineId = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryMate = table.Column<string>(type: "TEXT", nullable: true),
                    MovedTo = table.Column<string>(type: "TEXT", nullable: true)
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
