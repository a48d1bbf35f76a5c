using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Merging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_RemovedHeadlines",
                table: "RemovedHeadlines");

            migrationBuilder.AddPrimaryKey(
                name: "PK_RemovedHeadlines",
                table: "RemovedHeadlines",
                columns: new[] { "PublicId", "PostId" });

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

            migrationBuilder.DropPrimaryKey(
                name: "PK_RemovedHeadlines",
                table: "RemovedHeadlines");

            migrationBuilder.AddPrimaryKey(
                name: "PK_RemovedHeadlines",
                table: "RemovedHeadlines",
                column: "PublicId");
        }
    }
}
