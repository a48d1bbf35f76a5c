using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Archive.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Revisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "SupersededAt",
                table: "Revisions",
                newName: "At");

            migrationBuilder.AddColumn<string>(
                name: "Actor",
                table: "Revisions",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Action",
                table: "Revisions",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "Revisions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "JoinedTo",
                table: "Revisions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Revisions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Revisions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SourceSha256",
                table: "Revisions",
                type: "text",
                nullable: true,
                collation: "C");

            // Until now only imports kept former states.
            migrationBuilder.Sql("""
                UPDATE "Revisions" SET "SourceSha256" = "SupersededBy", "Actor" = 'command line', "Action" = 'import',
                  "Number" = (SELECT COUNT(*) FROM "Revisions" AS earlier WHERE earlier."PostId" = "Revisions"."PostId" AND earlier."Id" <= "Revisions"."Id");
                """);

            // What is kept of a post stays when the post goes.
            migrationBuilder.DropForeignKey(
                name: "FK_Revisions_Posts_PostId",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_PostId",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "SupersededBy",
                table: "Revisions");

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "Posts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsEdited",
                table: "Posts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "FormerAddresses",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Segment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PostId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerAddresses", x => new { x.Day, x.Segment });
                });

            migrationBuilder.CreateTable(
                name: "FormerHeadlines",
                columns: table => new
                {
                    PublicId = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    PostId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerHeadlines", x => x.PublicId);
                });

            migrationBuilder.CreateTable(
                name: "OtherKeys",
                columns: table => new
                {
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    SourceKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TitleKey = table.Column<string>(type: "text", nullable: false, collation: "C")
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
