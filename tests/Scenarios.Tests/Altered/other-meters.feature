Feature: other meters, altered

  Scenario: Altered 1
    Given a meter with:
      | name           | value  |
      | key derivation | DKGA04 |
    And the meter holds 12.5 kWh
    And the two key change codes to key revision 2 on base date 2014
    And a 40.0 kWh credit token "new" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2
    When the customer keys in token "new"
    When the customer keys in token "new"
    Then the meter accepts it
    And the meter holds 52.5 kWh

  Scenario: Altered 2
    Given a meter with:
      | name           | value  |
      | key derivation | DKGA04 |
    And the meter holds 12.5 kWh
    And the two key change codes to key revision 2 on base date 2014
    And a 40.0 kWh credit token "new" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    Then the meter accepts it
    And the key revision is 3
    When the customer keys in token "new"
    Then the meter accepts it
    And the meter holds 52.5 kWh

  Scenario: Altered 3
    Given the two key change codes to a meter with:
      | name         | value |
      | tariff index | 02    |
      | key revision | 2     |
    When the customer keys in code 1
    And the customer keys in code 3
    Then the meter accepts it
    When the customer keys in "3689 3488 1475 5332 2496"
    Then the display shows "02"

  Scenario: Altered 4
    Given the three key change codes to a meter with:
      | name         | value  |
      | supply group | 654321 |
      | key revision | 2      |
      | base date    | 2014   |
    When the customer keys in code 1
    And the customer keys in code 2
    Then the display shows "Enter code 3"
    And the key revision is 1
    When the customer keys in code 4
    Then the meter accepts it
    And the key revision is 2
    When the customer keys in "0000 0000 5498 9003 4216"
    Then the display shows "654321"

  Scenario: Altered 5
    Given the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 3
    And the customer keys in "0000 0000 5498 9003 4216"
    Then the display shows "000000"

  Scenario: Altered 6
    Given the three key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And 9 minutes pass
    And the customer keys in code 2
    And 9 minutes pass
    And the customer keys in code 4
    Then the meter accepts it
    And the key revision is 2
