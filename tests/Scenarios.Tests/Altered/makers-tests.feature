Feature: makers tests, altered

  Scenario: Altered 1
    Given a meter with:
      | name         | value              |
      | meter number | 600727111111111153 |
    And the token for test 4 of maker 11
    Then the meter accepts it
    And the display shows "1"

  Scenario: Altered 2
    Given a meter with:
      | name         | value              |
      | meter number | 600727111111111153 |
    And the token for test 4 of maker 11
    When the customer keys in the token
    Then the meter accepts it
    And the display shows "2"

  Scenario: Altered 3
    Given a meter with:
      | name         | value              |
      | meter number | 600727111111111153 |
    And the token for test 4 of maker 12
    Then the meter refuses it

  Scenario: Altered 4
    Given the token for test 30
    When the customer keys in the token
    Then the meter accepts it
