Feature: mixed up codes, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 12.5 kWh

  Scenario: Altered 1
    Given the two key change codes "theirs" to key revision 2 on base date 2014 for a meter with:
      | name         | value              |
      | meter number | 600727111111111153 |
    And the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2 of "theirs"
    Then the meter accepts it
    And the key revision is 1
    When the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2
    And the meter holds 12.5 kWh

  Scenario: Altered 2
    Given the two key change codes "old" to key revision 2 on base date 2014
    And the two key change codes "new" to key revision 3 on base date 2014
    When the customer keys in code 1 of "old"
    And the customer keys in code 1 of "new"
    Then the meter asks for the other code
    When the customer keys in code 2 of "new"
    Then the meter accepts it
    And the key revision is 3
    And the meter holds 22.5 kWh

  Scenario: Altered 3
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
    Then the meter refuses it
    And the key revision is 3

  Scenario: Altered 4
    Given the three key change codes "old" to key revision 2 on base date 2014
    And the three key change codes "new" to key revision 3 on base date 2014
    When the customer keys in code 1 of "old"
    And the customer keys in code 2 of "old"
    And the customer keys in code 1 of "new"
    Then the display shows "Enter code 2"
    When the customer keys in code 2 of "new"
    Then the display shows "Enter code 3"
    And the key revision is 1
    When the customer keys in code 4 of "new"
    Then the meter accepts it
    And the key revision is 3

  Scenario: Altered 5
    Given the two key change codes "A" to key revision 2 on base date 2014
    And the two key change codes "B" to key revision 3 on base date 2014
    And a 40.0 kWh credit token "of A" under key revision 2 on base date 2014
    And a 40.0 kWh credit token "of B" under key revision 3 on base date 2014
    When the customer keys in code 1 of "A"
    And the customer keys in code 2 of "B"
    Then the meter accepts it
    And the key revision is 3
    And the meter holds 12.5 kWh
    When the customer keys in token "of A"
    Then the meter refuses it
    When the customer keys in token "of B"
    Then the meter refuses it
    And the meter holds 12.5 kWh

  Scenario: Altered 6
    Given the two key change codes to a meter with:
      | name         | value |
      | key type     | DCTK  |
      | key revision | 2     |
    When the customer keys in code 1
    Then the meter refuses it
    When the customer keys in code 2
    Then the meter asks for the other code
    And the key revision is 1
