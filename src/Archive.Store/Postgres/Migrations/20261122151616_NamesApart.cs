using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Postgres.Migrations
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
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MovedNames",
                columns: table => new
                {
                    EditId = table.Column<long>(type: "bigint", nullable: false),
                    PublicId = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    WasInBoth = table.Column<bool>(type: "boolean", nullable: false)
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
