using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Revisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand, because the provider would make the table anew outside the migration's transaction. What is kept of a post stays when
            // the post goes: no foreign key. Until now only imports kept former states.
            migrationBuilder.Sql("""
                CREATE TABLE "NewRevisions" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK_Revisions" PRIMARY KEY AUTOINCREMENT,
                    "Action" TEXT NOT NULL,
                    "Actor" TEXT NOT NULL,
                    "At" TEXT NOT NULL,
                    "IsPublic" INTEGER NOT NULL,
                    "JoinedTo" INTEGER NULL,
                    "Number" INTEGER NOT NULL,
                    "PostId" INTEGER NOT NULL,
                    "Reason" TEXT NULL,
                    "Snapshot" TEXT NOT NULL,
                    "SourceSha256" TEXT NULL
                );
                """);
            migrationBuilder.Sql("""
                INSERT INTO "NewRevisions" ("Id", "Action", "Actor", "At", "IsPublic", "Number", "PostId", "Snapshot", "SourceSha256")
                SELECT "Id", 'import', 'command line', "SupersededAt", 0,
                    (SELECT COUNT(*) FROM "Revisions" AS earlier WHERE earlier."PostId" = "Revisions"."PostId" AND earlier."Id" <= "Revisions"."Id"),
                    "PostId", "Snapshot", "SupersededBy"
                FROM "Revisions";
                """);
            migrationBuilder.Sql("""DROP TABLE "Revisions";""");
            migrationBuilder.Sql("""ALTER TABLE "NewRevisions" RENAME TO "Revisions";""");

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "Posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsEdited",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "FormerAddresses",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Segment = table.Column<string>(type: "TEXT", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerAddresses", x => new { x.Day, x.Segment });
                });

            migrationBuilder.CreateTable(
                name: "FormerHeadlines",
                columns: table => new
                {
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerHeadlines", x => x.PublicId);
                });

            migrationBuilder.CreateTable(
                name: "OtherKeys",
                columns: table => new
                {
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceKey = table.Column<string>(type: "TEXT", nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OtherKeys", x => new { x.PostId, x.SourceKey });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_Actor_At",
                table: "Revisions",
                columns: new[] { "Actor", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_IsPublic_Id",
                table: "Revisions",
                columns: new[] { "IsPublic", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_JoinedTo",
                table: "Revisions",
                column: "JoinedTo");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_PostId_Number",
                table: "Revisions",
                columns: new[] { "PostId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormerAddresses_PostId",
                table: "FormerAddresses",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerHeadlines_PostId",
                table: "FormerHeadlines",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_OtherKeys_TitleKey",
                table: "OtherKeys",
                column: "TitleKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerAddresses");

            migrationBuilder.DropTable(
                name: "FormerHeadlines");

            migrationBuilder.DropTable(
                name: "OtherKeys");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_Actor_At",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_IsPublic_Id",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_JoinedTo",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_PostId_Number",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "Action",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "JoinedTo",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "Actor",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "IsEdited",
                table: "Posts");

            migrationBuilder.Sql("""UPDATE "Revisions" SET "SourceSha256" = '' WHERE "SourceSha256" IS NULL;""");

            migrationBuilder.RenameColumn(
                name: "SourceSha256",
                table: "Revisions",
                newName: "SupersededBy");

            migrationBuilder.RenameColumn(
                name: "At",
                table: "Revisions",
                newName: "SupersededAt");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_PostId",
                table: "Revisions",
                column: "PostId");

            migrationBuilder.AddForeignKey(
                name: "FK_Revisions_Posts_PostId",
                table: "Revisions",
                column: "PostId",
                principalTable: "Posts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
