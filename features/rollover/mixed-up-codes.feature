@rollover
Feature: Codes that do not belong together
  Codes get mixed up: two text messages, two meters in one house. The meter must never make a key of codes that
  it can tell apart. This page also shows the mix-up that no meter can notice.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 12.5 kWh

  Rule: A code for another meter is rejected and not combined

    Scenario: The second code of the neighbour
      Given the two key change codes "theirs" to key revision 2 on base date 2014 for a meter with:
        | name         | value              |
        | meter number | 600727111111111153 |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2 of "theirs"
      Then the meter refuses it
      And the key revision is 1
      When the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 12.5 kWh

  Rule: Of two different first codes the newest counts

    Scenario: The message was sent again with other codes
      Given the two key change codes "old" to key revision 2 on base date 2014
      And the two key change codes "new" to key revision 3 on base date 2014
      When the customer keys in code 1 of "old"
      And the customer keys in code 1 of "new"
      Then the meter asks for the other code
      When the customer keys in code 2 of "new"
      Then the meter accepts it
      And the key revision is 3
      And the meter holds 12.5 kWh

    Scenario: A different first code makes the meter forget every code typed before it
      Given the three key change codes "old" to key revision 2 on base date 2014
      And the three key change codes "new" to key revision 3 on base date 2014
      When the customer keys in code 1 of "old"
      And the customer keys in code 2 of "old"
      And the customer keys in code 1 of "new"
      Then the display shows "Enter code 2"
      When the customer keys in code 2 of "new"
      Then the display shows "Enter code 3"
      And the key revision is 1
      When the customer keys in code 3 of "new"
      Then the meter accepts it
      And the key revision is 3

  Rule: Halves of two sets make a useless key, and no meter can notice

    Scenario: The first code of one set and the second of another
      Given the two key change codes "A" to key revision 2 on base date 2014
      And the two key change codes "B" to key revision 3 on base date 2014
      And a 40.0 kWh credit token "of A" under key revision 2 on base date 2014
      And a 40.0 kWh credit token "of B" under key revision 3 on base date 2014
      When the customer keys in code 1 of "A"
      And the customer keys in code 2 of "B"
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 12.5 kWh
      When the customer keys in token "of A"
      Then the meter refuses it
      When the customer keys in token "of B"
      Then the meter refuses it
      And the meter holds 12.5 kWh

  Rule: A keypad meter refuses a key of the kind that magnetic cards share

    Scenario: Codes to a common key
      Given the two key change codes to a meter with:
        | name         | value |
        | key type     | 3     |
        | key revision | 2     |
        | base date    | 2014  |
      And a 25.6 kWh credit token
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter refuses it
      And the key revision is 1
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 38.1 kWh

    Scenario: A set that was refused is forgotten
      Given the two key change codes to a meter with:
        | name         | value |
        | key type     | DCTK  |
        | key revision | 2     |
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter refuses it
      When the customer keys in code 2
      Then the meter asks for the other code
      And the key revision is 1

  Rule: A set that was applied leaves nothing behind for the next one

    Scenario: Two updates, the codes of the second the wrong way round
      Given the two key change codes "first" to key revision 2 on base date 2014
      And the two key change codes "next" to key revision 3 on base date 2014 for a meter with:
        | name         | value |
        | key revision | 2     |
        | base date    | 2014  |
      When the customer keys in code 1 of "first"
      And the customer keys in code 2 of "first"
      Then the key revision is 2
      When the customer keys in code 2 of "next"
      Then the meter asks for the other code
      And the key revision is 2
      When the customer keys in code 1 of "next"
      Then the meter accepts it
      And the key revision is 3
      And the meter holds 12.5 kWh
