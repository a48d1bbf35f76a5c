using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LinkKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PrintedUrl",
                table: "Headlines",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "UrlKey",
                table: "Headlines",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "OutletHosts",
                columns: table => new
                {
                    Host = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false, collation: "C"),
                    OutletName = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutletHosts", x => x.Host);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Headlines_UrlKey_PostId",
                table: "Headlines",
                columns: new[] { "UrlKey", "PostId" },
                unique: true,
                filter: "\"UrlKey\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OutletHosts");

            migrationBuilder.DropIndex(
                name: "IX_Headlines_UrlKey_PostId",
                table: "Headlines");

            migrationBuilder.DropColumn(
                name: "PrintedUrl",
                table: "Headlines");

            migrationBuilder.DropColumn(
                name: "UrlKey",
                table: "Headlines");
        }
    }
}
