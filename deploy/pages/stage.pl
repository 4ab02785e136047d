# Puts the pages of a checkout into a folder, as docfx wants them; the pages themselves stay as they are.
#   perl stage.pl CHECKOUT TO
# README.md becomes index.md. A link to a file that is no page (a feature, a profile, a source) leads to a page that shows
# it, and one to a folder to a page that lists it, so nothing leads out of the site.
use strict;
use warnings;
use File::Basename qw(dirname basename);
use File::Path qw(make_path);
use File::Spec;
use File::Copy qw(copy);
use File::Find qw(find);

my ($root, $to) = @ARGV;
my @pages = map { "$_.md" } qw(README CONTRIBUTING SECURITY CHANGELOG);
find({ no_chdir => 1, wanted => sub {
    my $page = File::Spec->abs2rel($_, $root);
    push @pages, $page if -f && /\.md$/ && $page !~ m{/(bin|obj)/};
} }, "$root/docs", "$root/features");
my %is_page = map { $_ => 1 } @pages;
my %shown;

put(placed($_), linked($_, slurp("$root/$_"))) for sort @pages;

sub placed { $_[0] eq 'README.md' ? 'index.md' : $_[0] }

# Links of a page, but not those in its code.
sub linked {
    my ($page, $text) = @_;
    my $in_code = 0;
    return join '', map {
        $in_code = !$in_code if /^```/;
        s{(`[^`]*`)|(!?\[(?:[^\[\]]|\[[^\]]*\])*\]\()([^)\s#]+)(#[^)\s]*)?\)}{
            defined $1 ? $1 : $2 . target($page, $3, substr($2, 0, 1) eq '!') . ($4 // '') . ')'
        }ge unless $in_code;
        $_;
    } split /(?<=\n)/, $text;
}

sub target {
    my ($page, $link, $is_picture) = @_;
    return $link if $link =~ m{^[a-z]+://};
    my $file = flat(dirname($page) . "/$link");
    die "$page: $link leads nowhere\n" unless -e "$root/$file";
    my $leads = $is_picture || $file =~ /\.(svg|png)$/ ? taken($file)
        : -d "$root/$file" ? folder($file)
        : $is_page{$file} ? placed($file)
        : source($file);
    return File::Spec->abs2rel("/$leads", '/' . dirname(placed($page)));
}

# A path without its dots.
sub flat {
    my @parts;
    for (split m{/}, $_[0]) { $_ eq '..' ? pop @parts : push @parts, $_ unless $_ eq '.' || $_ eq '' }
    return join '/', @parts;
}

sub taken {
    my ($file) = @_;
    make_path(dirname("$to/$file"));
    copy("$root/$file", "$to/$file") or die "$file: $!\n";
    return $file;
}

sub source {
    my ($file) = @_;
    my $page = "$file.md";
    unless ($shown{$page}++) {
        my %language = (cs => 'csharp', csproj => 'xml', feature => 'gherkin', yml => 'yaml', json => 'json');
        my ($ending) = $file =~ /\.([a-z]+)$/;
        put($page, '# ' . basename($file) . "\n\n`$file`\n\n````" . ($language{$ending // ''} // '') . "\n" . slurp("$root/$file") . "\n````\n");
    }
    return $page;
}

sub folder {
    my ($folder) = @_;
    my $page = "$folder/index.md";
    unless ($shown{$page}++) {
        opendir(my $dir, "$root/$folder") or die "$folder: $!\n";
        my @names = sort grep { -f "$root/$folder/$_" } readdir $dir;
        source("$folder/$_") for @names;
        put($page, "# $folder\n\n" . join('', map { "- [$_]($_.md)\n" } @names));
    }
    return $page;
}

sub slurp {
    open(my $in, '<', $_[0]) or die "$_[0]: $!\n";
    local $/;
    return <$in>;
}

sub put {
    my ($name, $text) = @_;
    make_path(dirname("$to/$name"));
    open(my $out, '>', "$to/$name") or die "$name: $!\n";
    print $out $text;
    close $out or die "$name: $!\n";
}
