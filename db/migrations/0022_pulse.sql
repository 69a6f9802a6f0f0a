CREATE TABLE "process_pulse" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"offset_ms" integer NOT NULL
);
