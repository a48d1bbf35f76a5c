using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Merging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand, because the provider would make the table anew outside the migration's transaction.
            migrationBuilder.Sql("""
                CREATE TABLE "NewRemovedHeadlines" (
                    "PublicId" TEXT NOT NULL,
                    "PostId" INTEGER NOT NULL,
                    "HeadlineId" INTEGER NOT NULL,
                    "MovedTo" TEXT NULL,
                    "StoryMate" TEXT NULL,
                    CONSTRAINT "PK_RemovedHeadlines" PRIMARY KEY ("PublicId", "PostId"),
                    CONSTRAINT "FK_RemovedHeadlines_RemovedPosts_PostId" FOREIGN KEY ("PostId") REFERENCES "RemovedPosts" ("Id") ON DELETE CASCADE
                );
                """);
            migrationBuilder.Sql("""
                INSERT OR IGNORE INTO "NewRemovedHeadlines" ("PublicId", "PostId", "HeadlineId", "MovedTo", "StoryMate")
                SELECT "PublicId", "PostId", "HeadlineId", "MovedTo", "StoryMate" FROM "RemovedHeadlines";
                """);
            migrationBuilder.Sql("""DROP TABLE "RemovedHeadlines";""");
            migrationBuilder.Sql("""ALTER TABLE "NewRemovedHeadlines" RENAME TO "RemovedHeadlines";""");
            migrationBuilder.Sql("""CREATE INDEX "IX_RemovedHeadlines_HeadlineId" ON "RemovedHeadlines" ("HeadlineId");""");
            migrationBuilder.Sql("""CREATE INDEX "IX_RemovedHeadlines_PostId" ON "RemovedHeadlines" ("PostId");""");

            migrationBuilder.CreateIndex(
                name: "IX_RemovedPosts_MergedInto",
                table: "RemovedPosts",
                column: "MergedInto");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RemovedPosts_MergedInto",
                table: "RemovedPosts");

            migrationBuilder.Sql("""
                CREATE TABLE "NewRemovedHeadlines" (
                    "PublicId" TEXT NOT NULL,
                    "PostId" INTEGER NOT NULL,
                    "HeadlineId" INTEGER NOT NULL,
                    "MovedTo" TEXT NULL,
                    "StoryMate" TEXT NULL,
                    CONSTRAINT "PK_RemovedHeadlines" PRIMARY KEY ("PublicId"),
                    CONSTRAINT "FK_RemovedHeadlines_RemovedPosts_PostId" FOREIGN KEY ("PostId") REFERENCES "RemovedPosts" ("Id") ON DELETE CASCADE
                );
                """);
            migrationBuilder.Sql("""
                INSERT OR IGNORE INTO "NewRemovedHeadlines" ("PublicId", "PostId", "HeadlineId", "MovedTo", "StoryMate")
                SELECT "PublicId", "PostId", "HeadlineId", "MovedTo", "StoryMate" FROM "RemovedHeadlines";
                """);
            migrationBuilder.Sql("""DROP TABLE "RemovedHeadlines";""");
            migrationBuilder.Sql("""ALTER TABLE "NewRemovedHeadlines" RENAME TO "RemovedHeadlines";""");
            migrationBuilder.Sql("""CREATE INDEX "IX_RemovedHeadlines_HeadlineId" ON "RemovedHeadlines" ("HeadlineId");""");
            migrationBuilder.Sql("""CREATE INDEX "IX_RemovedHeadlines_PostId" ON "RemovedHeadlines" ("PostId");""");
        }
    }
}
