using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NamesApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Undoes",
                table: "Refilings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MovedNames",
                columns: table => new
                {
                    EditId = table.Column<long>(type: "INTEGER", nullable: false),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    WasInBoth = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MovedNames", x => new { x.EditId, x.PublicId, x.PostId });
                    table.ForeignKey(
                        name: "FK_MovedNames_NamingEdits_EditId",
                        column: x => x.EditId,
                        principalTable: "NamingEdits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MovedNames");

            migrationBuilder.DropColumn(
                name: "Undoes",
                table: "Refilings");
        }
    }
}
